FROM registry.contoso.com/dotnet-tools/aspnetcore:9.0
