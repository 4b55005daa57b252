FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5014 5-14
ENV A b "c" d
# expect DG5014 5-14
ENV B c:\\x y
# expect DG5014 5-10
ENV C d \
  e
