# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5027 10-20
# expect DG5027 26-36
ENV PATH=/a:${PATH} PATH=/b:${PATH}
