FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG3001 5-23
ENV Auth__ClientSecret=abc
# expect DG3001 5-45
ENV Kestrel__Certificates__Default__Password=abc
# expect DG3001 5-24
ENV Storage__AccountKey=abc
