"""The old address of `generator.source.nodes`, until its last importer has moved."""

from generator.source.nodes import Comment, Entry, ListNode, MapNode, Node, SourceFile, TextNode

__all__ = ["Comment", "Entry", "ListNode", "MapNode", "Node", "SourceFile", "TextNode"]
