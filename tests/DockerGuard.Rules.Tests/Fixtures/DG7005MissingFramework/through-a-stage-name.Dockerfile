# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# expect DG7005 6-43
FROM mcr.microsoft.com/dotnet/runtime:10.0 AS base
FROM base
