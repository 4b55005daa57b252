FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6004 7-17
LABEL Maintainer=anna
# expect DG6004 7-10
# expect DG6004 13-20
# expect DG6004 23-27
# expect DG6004 30-34
# expect DG6004 37-39
LABEL 1st=a "a key"=c a..b=d a--b=e a.=f
