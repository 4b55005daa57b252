# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; InvariantGlobalization=false
# expect DG7006 6-77
FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0-distroless-composite
