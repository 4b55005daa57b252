FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG DB="Host=db;Username=shop;Password=hunter2"
# expect DG3002 5-32
ENV ConnectionStrings__Shop=$DB
