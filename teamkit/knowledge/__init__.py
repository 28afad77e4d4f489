"""What the team knows: skills, surveys, code history, solutions and pages."""
