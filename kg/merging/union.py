"""Disjoint sets: what belongs together, whatever the order in which it was said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T", bound=str | tuple[str, ...])


class Union(Generic[T]):
    """Each set is named after its least member, so that the names do not depend on the order of the joins."""

    def __init__(self) -> None:
        self._parent: dict[T, T] = {}

    def add(self, member: T) -> None:
        """A set of its own, unless the member is known."""
        self._parent.setdefault(member, member)

    def join(self, one: T, other: T) -> None:
        """The sets of both become one."""
        self.add(one)
        self.add(other)
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first

    def find(self, member: T) -> T:
        """The name of the member's set; one that was never added is alone."""
        root = member
        while (above := self._parent.get(root, root)) != root:
            root = above
        while (above := self._parent.get(member, root)) != root:
            self._parent[member], member = root, above
        return root

    def __iter__(self) -> Iterator[T]:
        return iter(sorted(self._parent))
