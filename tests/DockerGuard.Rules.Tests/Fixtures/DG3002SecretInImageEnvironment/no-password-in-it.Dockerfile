FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV ConnectionStrings__Shop="Server=db;Database=shop;Authentication=Active Directory Managed Identity"
