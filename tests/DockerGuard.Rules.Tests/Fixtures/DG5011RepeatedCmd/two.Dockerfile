FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENTRYPOINT ["dotnet", "Web.dll"]
# expect DG5011 1-4
#
CMD ["--one"]
USER $APP_UID
CMD ["--two"]
