"""How a team begins: its repository, and a demo team to try things on."""
