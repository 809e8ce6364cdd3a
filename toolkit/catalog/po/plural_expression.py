"""The value of ``Plural-Forms`` as a function, read by a parser of our own: nothing of it is ever run."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, NamedTuple

MOST_FORMS: Final = 20
"""No language has more than six."""
_LONGEST = 1000
_DEEPEST = 50
_WRAP = 2**64 - 1  # gettext computes in unsigned long

_VALUE = re.compile(r"\s*nplurals=\s*([0-9]{1,9})\s*;\s*plural=([^;]*)")
_TOKEN = re.compile(r"\s*(?:([0-9]+)|(n)(?![A-Za-z0-9_])|(\|\||&&|==|!=|<=|>=|[<>+\-*/%!?:()]))")
_BINDS = {operator: rank for rank, names in enumerate(
    (("||",), ("&&",), ("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%"))
) for operator in names}  # fmt: skip
_FUNCTIONS: Final[dict[str, Callable[[int, int], int]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.floordiv,
    "%": operator.mod,
}


class BadPluralForms(ValueError):
    """A value that no program can read; says why, and at which offset."""

    def __init__(self, message: str, offset: int) -> None:
        """Take what is wrong, and where in the value."""
        super().__init__(message)
        self.offset = offset


class _Op(Enum):
    PUSH = auto()
    """Puts a number on the stack."""
    NUMBER = auto()
    """Puts n there."""
    APPLY = auto()
    """Replaces two values by what an operator makes of them."""
    NOT = auto()
    TRUTH = auto()
    """Makes the last value 0 or 1."""
    JUMP = auto()
    JUMP_IF_ZERO = auto()
    """Takes a value away, and goes elsewhere if it is 0."""


class _Step(NamedTuple):
    op: _Op
    argument: int = 0
    function: Callable[[int, int], int] | None = None


@dataclass(frozen=True, slots=True)
class PluralForms:
    """How many forms a file has, and which of them a number takes."""

    nplurals: int
    steps: tuple[_Step, ...]

    def form(self, n: int) -> int:
        """Return the form for a number; raises ``ZeroDivisionError`` where gettext would crash."""
        stack: list[int] = []
        at = 0
        while at < len(self.steps):
            op, argument, function = self.steps[at]
            at += 1
            if op is _Op.PUSH:
                stack.append(argument)
            elif op is _Op.NUMBER:
                stack.append(n)
            elif op is _Op.APPLY and function is not None:
                right = stack.pop()
                stack[-1] = function(stack[-1], right) & _WRAP
            elif op is _Op.NOT:
                stack[-1] = int(not stack[-1])
            elif op is _Op.TRUTH:
                stack[-1] = int(stack[-1] != 0)
            elif op is _Op.JUMP or stack.pop() == 0:
                at = argument
        return stack[-1]


def parse_plural_forms(value: str) -> PluralForms:
    """Return the function that a header's value ``nplurals=2; plural=(n != 1);`` names.

    The grammar is that of gettext's ``plural.y``: the operators of C on whole numbers, and ``n``. What stands
    behind the last semicolon is passed over, as in gettext. Raises ``BadPluralForms``.
    """
    if len(value) > _LONGEST:
        raise BadPluralForms(f"it is longer than {_LONGEST} characters", 0)
    found = _VALUE.match(value)
    if found is None:
        raise BadPluralForms('it is not of the form "nplurals=…; plural=…;"', 0)
    nplurals = int(found[1])
    if not 1 <= nplurals <= MOST_FORMS:
        raise BadPluralForms(f"no language has {nplurals} plural forms", found.start(1))
    parser = _Parser(value, *found.span(2))
    parser.expression(0)
    if parser.kind:
        parser.fail()
    return PluralForms(nplurals, tuple(parser.steps))


class _Parser:
    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text = text
        self.stop = stop
        self.after = start
        self.steps: list[_Step] = []
        self.advance()

    def advance(self) -> None:
        """Read the next token: ``kind`` is an operator, ``0`` for a number, ``n``, or empty at the end."""
        self.at = self.after
        found = _TOKEN.match(self.text, self.at, self.stop)
        self.kind, self.number = "", 0
        if found is None:
            if self.text[self.at : self.stop].strip():
                self.fail()
            return
        self.at, self.after = found.start(found.lastindex or 0), found.end()
        if found[1]:
            self.kind, self.number = "0", int(found[1]) & _WRAP
        else:
            self.kind = found[2] or found[3]

    def expression(self, depth: int) -> None:
        if depth > _DEEPEST:
            raise BadPluralForms(f"it is nested more than {_DEEPEST} deep", self.at)
        self.binary(0, depth)
        if self.kind != "?":
            return
        self.advance()
        otherwise = self.jump(_Op.JUMP_IF_ZERO)
        self.expression(depth + 1)
        end = self.jump(_Op.JUMP)
        self.expect(":")
        self.land(otherwise)
        self.expression(depth + 1)
        self.land(end)

    def binary(self, rank: int, depth: int) -> None:
        self.operand(depth)
        while (sign := self.kind) in _BINDS and _BINDS[sign] >= rank:
            self.advance()
            if sign in _FUNCTIONS:
                self.binary(_BINDS[sign] + 1, depth)
                self.steps.append(_Step(_Op.APPLY, 0, _FUNCTIONS[sign]))
            else:
                self.lazy(sign == "&&", _BINDS[sign] + 1, depth)

    def lazy(self, both: bool, rank: int, depth: int) -> None:
        """Read the second half of ``a && b`` or ``a || b``, which is computed only where it decides."""
        decided = self.jump(_Op.JUMP_IF_ZERO)
        if not both:
            self.steps.append(_Step(_Op.PUSH, 1))
            end = self.jump(_Op.JUMP)
            self.land(decided)
        self.binary(rank, depth)
        self.steps.append(_Step(_Op.TRUTH))
        if both:
            end = self.jump(_Op.JUMP)
            self.land(decided)
            self.steps.append(_Step(_Op.PUSH, 0))
        self.land(end)

    def operand(self, depth: int) -> None:
        negations = 0
        while self.kind == "!":
            negations += 1
            self.advance()
        kind = self.kind
        if kind == "(":
            self.advance()
            self.expression(depth + 1)
            self.expect(")")
        elif kind in ("0", "n"):
            self.steps.append(_Step(_Op.PUSH, self.number) if kind == "0" else _Step(_Op.NUMBER))
            self.advance()
        else:
            self.fail()
        self.steps += [_Step(_Op.NOT)] * negations

    def jump(self, op: _Op) -> int:
        self.steps.append(_Step(op))
        return len(self.steps) - 1

    def land(self, jump: int) -> None:
        self.steps[jump] = _Step(self.steps[jump].op, len(self.steps))

    def expect(self, sign: str) -> None:
        if self.kind != sign:
            self.fail()
        self.advance()

    def fail(self) -> None:
        rest = self.text[self.at : self.stop].strip()
        what = f'it cannot be read from "{rest[:20]}" on' if rest else "its expression ends too early"
        raise BadPluralForms(what, self.at)
