using System;
using System.Linq;

namespace DockerGuard.Rules;

/// <summary>
/// Reads licence expressions such as <c>MIT OR (Apache-2.0 WITH LLVM-exception)</c>. Source: SPDX 2.3, annex D; OCI
/// image spec, <c>image.licenses</c>.
/// </summary>
internal static class SpdxExpression
{
    /// <summary>True when the text is a licence expression whose identifiers the list has.</summary>
    public static bool IsValid(string text)
    {
        var depth = 0;
        var needsLicense = true;
        var mayHaveException = false;
        var tokens = text.Replace("(", " ( ").Replace(")", " ) ").Split([' '], StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < tokens.Length; at++)
        {
            var token = tokens[at];
            if (needsLicense)
            {
                if (token == "(") depth++;
                else if (IsLicense(token)) (needsLicense, mayHaveException) = (false, true);
                else return false;
            }
            else if (token == ")")
            {
                if (--depth < 0) return false;
                mayHaveException = false;
            }
            else if (mayHaveException && token is ("WITH" or "with"))
            {
                if (++at == tokens.Length || !SpdxList.Default.IsException(tokens[at])) return false;
                mayHaveException = false;
            }
            // In small letters since version 3 of the specification.
            else if (token is "AND" or "OR" or "and" or "or")
            {
                needsLicense = true;
            }
            else
            {
                return false;
            }
        }

        return !needsLicense && depth == 0;
    }

    /// <summary>
    /// An identifier of the list, one with <c>+</c> for "or later", or one that is explained elsewhere.
    /// </summary>
    private static bool IsLicense(string token)
    {
        if (SpdxList.Default.IsLicense(
            token.EndsWith("+", StringComparison.Ordinal) ? token.Substring(0, token.Length - 1) : token))
        {
            return true;
        }

        const string document = "DocumentRef-";
        if (token.StartsWith(document, StringComparison.Ordinal))
        {
            var colon = token.IndexOf(':');
            if (colon < 0 || !IsName(token.Substring(document.Length, colon - document.Length))) return false;
            token = token.Substring(colon + 1);
        }

        const string license = "LicenseRef-";
        return token.StartsWith(license, StringComparison.Ordinal) && IsName(token.Substring(license.Length));
    }

    private static bool IsName(string text) =>
        text.Length > 0 && text.All(
            character => character is '-' or '.' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));
}
