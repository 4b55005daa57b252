FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG1014 28-31
COPY --from=busybox:1.37 [ "/", "/" ]
