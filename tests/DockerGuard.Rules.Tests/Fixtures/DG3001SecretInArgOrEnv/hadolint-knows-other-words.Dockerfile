# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG3001 5-22
ARG AWS_ACCESS_KEY_ID
# expect DG3001 22-33
ENV GPG_KEY=1 AUTH=2 my_username=x
