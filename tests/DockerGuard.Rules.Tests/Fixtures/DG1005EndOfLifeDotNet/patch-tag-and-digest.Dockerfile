# expect DG1005 6-131
FROM mcr.microsoft.com/dotnet/aspnet:8.0.11-jammy-chiseled@sha256:1f3cd4d0a9fc2d4e8cbd8ffb5a7c0f6f0f2d3dfd7a1f3c4b5a69788796a5b4c3
