FROM mcr.microsoft.com/dotnet/runtime:8.0-azurelinux3.0-distroless
COPY publish /app
# expect DG1016 1-4
RUN chown -R app /app
ENTRYPOINT ["dotnet", "/app/Worker.dll"]
