using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>
/// An immutable dictionary that shares what does not change (a balanced AVL tree), so that the variables
/// before every instruction of a long file cost little more than those after the last one.
/// </summary>
internal sealed class VariableMap : IReadOnlyDictionary<string, string>
{
    public static readonly VariableMap Empty = new(null, 0);

    private readonly Node? _root;

    private VariableMap(Node? root, int count)
    {
        _root = root;
        Count = count;
    }

    public int Count { get; }

    public IEnumerable<string> Keys => this.Select(static pair => pair.Key);

    public IEnumerable<string> Values => this.Select(static pair => pair.Value);

    public string this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"there is no variable '{key}'");

    public VariableMap Set(string key, string value)
    {
        var added = false;
        var changed = Set(_root, key, value, ref added);
        return new VariableMap(changed, Count + (added ? 1 : 0));
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, out string value)
    {
        for (var node = _root; node is not null;)
        {
            var order = string.CompareOrdinal(key, node.Key);
            if (order == 0)
            {
                value = node.Value;
                return true;
            }

            node = order < 0 ? node.Left : node.Right;
        }

        value = "";
        return false;
    }

    /// <summary>Pairs in ordinal order of their names.</summary>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        var path = new Stack<Node>();
        for (var node = _root; node is not null || path.Count > 0; node = node.Right)
        {
            for (; node is not null; node = node.Left) path.Push(node);
            node = path.Pop();
            yield return new KeyValuePair<string, string>(node.Key, node.Value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // The call depth is the tree's height, at most 1.44 log2 of the number of variables.
    private static Node Set(Node? node, string key, string value, ref bool added)
    {
        if (node is null)
        {
            added = true;
            return new Node(key, value, null, null);
        }

        var order = string.CompareOrdinal(key, node.Key);
        if (order == 0) return new Node(key, value, node.Left, node.Right);
        return order < 0
            ? Balance(node.Key, node.Value, Set(node.Left, key, value, ref added), node.Right)
            : Balance(node.Key, node.Value, node.Left, Set(node.Right, key, value, ref added));
    }

    private static Node Balance(string key, string value, Node? left, Node? right)
    {
        if (Height(left) > Height(right) + 1)
        {
            if (Height(left!.Right) > Height(left.Left))
            {
                var middle = left.Right!;
                return new Node(
                    middle.Key,
                    middle.Value,
                    new Node(left.Key, left.Value, left.Left, middle.Left),
                    new Node(key, value, middle.Right, right));
            }

            return new Node(left.Key, left.Value, left.Left, new Node(key, value, left.Right, right));
        }

        if (Height(right) > Height(left) + 1)
        {
            if (Height(right!.Left) > Height(right.Right))
            {
                var middle = right.Left!;
                return new Node(
                    middle.Key,
                    middle.Value,
                    new Node(key, value, left, middle.Left),
                    new Node(right.Key, right.Value, middle.Right, right.Right));
            }

            return new Node(right.Key, right.Value, new Node(key, value, left, right.Left), right.Right);
        }

        return new Node(key, value, left, right);
    }

    private static int Height(Node? node) => node?.Height ?? 0;

    private sealed class Node
    {
        public Node(string key, string value, Node? left, Node? right)
        {
            Key = key;
            Value = value;
            Left = left;
            Right = right;
            Height = Math.Max(VariableMap.Height(left), VariableMap.Height(right)) + 1;
        }

        public string Key { get; }

        public string Value { get; }

        public Node? Left { get; }

        public Node? Right { get; }

        public int Height { get; }
    }
}
