FROM mcr.microsoft.com/dotnet/aspnet:10.0
HEALTHCHECK CMD curl -f http://localhost:8080/health
RUN echo "CMD dotnet Web.dll" > /note
ENTRYPOINT ["dotnet", "Web.dll"]
