"""The tree of errors. Every message names the thing that failed and the next step.

BriefError
├── UsageError            a wrong option, theme set or template (exit status 2)
│   ├── OptionError
│   ├── ThemeError
│   └── TemplateError
├── UnreadableSource      one source could not be read; the rest of the run goes on (exit status 3)
├── NothingToBrief        no source could be read, or none holds a sentence (exit status 4)
├── InvalidBriefing       a briefing.json that is not one (exit status 2)
├── RenderError           an output could not be drawn; nothing half written is left (exit status 2)
└── SendError             a message could not be sent, or not to everybody (exit status 1)
"""


class BriefError(Exception):
    """Base of all errors raised on purpose. `str(error)` is one line for a person."""

    exit_status = 2

    def __init__(self, problem: str, fix: str = "") -> None:
        self.problem, self.fix = problem, fix
        super().__init__(f"{problem}: {fix}" if fix else problem)


class UsageError(BriefError):
    """The request itself is wrong."""


class OptionError(UsageError):
    """An option has a value it cannot have; the message names the option."""


class ThemeError(UsageError):
    """A theme set cannot be found or read; the message names file and theme."""


class TemplateError(UsageError):
    """A template cannot be found, read or drawn; the message names file and line."""


class UnreadableSource(BriefError):
    """One source could not be read. `source` is what the user gave, `code` a short machine name."""

    exit_status = 3

    def __init__(self, source: str, problem: str, fix: str, code: str = "unreadable") -> None:
        self.source, self.code = source, code
        super().__init__(f"{source}: {problem}", fix)


class NothingToBrief(BriefError):
    """There is nothing to make a briefing from. `warnings` are the lines that say why, a source each."""

    exit_status = 4

    def __init__(self, problem: str, fix: str = "", warnings: tuple[str, ...] = ()) -> None:
        self.warnings = warnings
        super().__init__(problem, fix)


class InvalidBriefing(BriefError):
    """A file that should be a briefing.json is not one, or is of another version."""


class RenderError(BriefError):
    """An output could not be drawn."""


class SendError(BriefError):
    """A message could not be sent, or not to everybody; the message says what the server said."""

    exit_status = 1
