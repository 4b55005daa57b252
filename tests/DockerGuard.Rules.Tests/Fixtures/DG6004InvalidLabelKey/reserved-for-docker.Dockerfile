FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6004 7-22
# expect DG6004 28-47
LABEL com.docker.team=shop org.dockerproject.a=b
