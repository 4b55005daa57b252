# policy: trusted=mcr.microsoft.com
# expect DG1001 6-96
FROM evil.example.com/x@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeF AS tool

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG1001 13-68
COPY --from=evil.example.com/x@md5:0123456789abcdef0123456789abcdef /a /a
# expect DG1001 13-128
RUN --mount=type=bind,from=evil.example.com/x@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeF,target=/t ["/t/check"]
COPY --from=tool /a /b
