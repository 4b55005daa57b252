FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5014 7-27
LABEL title "Contoso Shop"
# expect DG5014 5-12
ENV A 'b c'
