FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG3002 5-84
ENV ConnectionStrings__Shop="Server=db;Database=shop;User Id=shop;Password=hunter2"
