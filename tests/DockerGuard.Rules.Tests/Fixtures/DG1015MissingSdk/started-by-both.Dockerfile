FROM mcr.microsoft.com/dotnet/runtime:10.0
WORKDIR /app
COPY . .
ENTRYPOINT ["dotnet"]
# expect DG1015 7-12
CMD ["watch", "run"]
