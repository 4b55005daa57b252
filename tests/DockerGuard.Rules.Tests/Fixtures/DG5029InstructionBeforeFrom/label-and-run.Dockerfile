# policy: profile=hadolint
# expect DG5029 1-6
LABEL a=b
ARG X=1
# expect DG5029 1-4
RUN ls
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL a=b
