/* Preloaded into one git: at the STOP_AT-th call that changes a file, the whole process group gets
 * STOP_SIGNAL. Of a write, half is done before. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static long calls;

static int is_the_one(void)
{
    const char *at = getenv("STOP_AT");
    return at && ++calls == atol(at);
}

static void stop(void)
{
    kill(0, atoi(getenv("STOP_SIGNAL")));
}

ssize_t write(int fd, const void *data, size_t size)
{
    ssize_t (*next)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    struct stat state;
    if (!fstat(fd, &state) && S_ISREG(state.st_mode) && is_the_one()) {
        ssize_t done = next(fd, data, (size + 1) / 2);
        stop();
        return done;
    }
    return next(fd, data, size);
}

#define OPENING(name)                                                        \
    int name(const char *path, int flags, ...)                               \
    {                                                                        \
        int (*next)(const char *, int, ...) = dlsym(RTLD_NEXT, #name);       \
        va_list rest;                                                        \
        va_start(rest, flags);                                               \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;            \
        va_end(rest);                                                        \
        if (flags & (O_CREAT | O_TRUNC) && is_the_one())                     \
            stop();                                                          \
        return next(path, flags, mode);                                      \
    }
OPENING(open)
OPENING(open64)

#define ONE(name, type)                                                      \
    int name(type first)                                                     \
    {                                                                        \
        int (*next)(type) = dlsym(RTLD_NEXT, #name);                         \
        if (is_the_one())                                                    \
            stop();                                                          \
        return next(first);                                                  \
    }
ONE(unlink, const char *)
ONE(rmdir, const char *)
ONE(fsync, int)

#define TWO(name, type, other)                                               \
    int name(type first, other second)                                       \
    {                                                                        \
        int (*next)(type, other) = dlsym(RTLD_NEXT, #name);                  \
        if (is_the_one())                                                    \
            stop();                                                          \
        return next(first, second);                                          \
    }
TWO(rename, const char *, const char *)
TWO(link, const char *, const char *)
TWO(symlink, const char *, const char *)
TWO(mkdir, const char *, mode_t)
