# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# expect DG7004 6-41
FROM mcr.microsoft.com/dotnet/aspnet:8.0
