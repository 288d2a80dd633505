"""Problems and errors, each one line: where, what, and what to do about it."""

import errno
from typing import NamedTuple

#: What the system says less plainly.
_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EPERM: "permission denied",
    errno.EIO: "the disk reports an error",
    errno.EBADF: "it is closed",
}


class Problem(NamedTuple):
    """Something to tell the user; the program continues.

    >>> str(Problem("unknown key 'widht'", where="config.toml:12", remedy="did you mean 'width'?"))
    "config.toml:12: unknown key 'widht'; did you mean 'width'?"
    >>> str(Problem("no documents found"))
    'no documents found'
    """

    what: str
    where: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        return (f"{self.where}: " if self.where else "") + "; ".join(
            filter(None, (self.what, self.remedy))
        )


class FactdeskError(Exception):
    """A problem that ends the current operation. `problem` is the line to show.

    >>> str(FactdeskError("no such file or folder", where="reports/"))
    'reports/: no such file or folder'
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.problem = Problem(what, where, remedy)

    def __str__(self) -> str:
        return str(self.problem)


def reason(error: OSError | ValueError) -> str:
    """Why a file or folder could not be used, for the middle of a line.

    >>> reason(OSError(errno.ENOSPC, "No space left on device")), reason(ValueError("Null byte"))
    ('the disk is full', 'null byte')
    """
    if not isinstance(error, OSError):
        return str(error).lower()
    return _REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()


def unexpected(error: Exception) -> str:
    """An error that nobody expected, and where in the program it was raised.

    >>> try:
    ...     1 / 0
    ... except ZeroDivisionError as error:
    ...     print(unexpected(error))
    ZeroDivisionError: division by zero, <doctest tui.errors.unexpected[0]>:2
    """
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    place = f", {at.tb_frame.f_code.co_filename.rpartition('/')[2]}:{at.tb_lineno}" if at else ""
    return f"{type(error).__name__}: {error}{place}"
