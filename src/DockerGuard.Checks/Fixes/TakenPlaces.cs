using System.Collections.Generic;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Checks.Fixes;

/// <summary>The parts of a text that are to be edited.</summary>
internal sealed class TakenPlaces
{
    private readonly List<(int Start, int End)> _places = [];

    /// <summary>
    /// Takes the places of a fix; false, and nothing taken, when one of them touches a place that is taken. The ends
    /// count too: edits that only touch are left for another time.
    /// </summary>
    public bool Take(Fix fix)
    {
        foreach (var edit in fix.Edits)
            if (Touches(edit.Start, edit.Start + edit.Length)) return false;
        foreach (var edit in fix.Edits) Insert(edit.Start, edit.Start + edit.Length);
        return true;
    }

    private void Insert(int start, int end)
    {
        var at = FirstEndingFrom(start);
        // Edits of one fix may touch each other.
        while (at < _places.Count && _places[at].Start < start) at++;
        _places.Insert(at, (start, end));
    }

    private bool Touches(int start, int end)
    {
        var next = FirstEndingFrom(start);
        return next < _places.Count && _places[next].Start <= end;
    }

    /// <summary>Places do not overlap, so their ends are in order as their starts are.</summary>
    private int FirstEndingFrom(int start)
    {
        int low = 0, high = _places.Count;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_places[middle].End < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
