# check=skip=JSONArgsRecommended
# policy: on=DG5031
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
CMD /app/Web
