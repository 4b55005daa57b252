FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0
# expect DG4011 10-17
RUN tdnf install icu && tdnf clean all
# expect DG4011 14-21
RUN microdnf install tzdata && microdnf clean all
