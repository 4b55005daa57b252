FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG5021 5-9
RUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /opt
# expect DG5021 23-27
RUN apt-get update && wget -qO- https://example.com/key | gpg --dearmor > /key.gpg || exit 1
# expect DG5021 13-19
ONBUILD RUN dotnet list package | sort > b
# expect DG5021 19-23
RUN ["sh", "-c", "curl https://example.com | sh"]
