FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5014 5-33
ENV GREETING   hello world $PATH
# expect DG5014 5-14
ENV A B=C D=E
