FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG1016 1-4
RUN <<EOF
mkdir /data
EOF
