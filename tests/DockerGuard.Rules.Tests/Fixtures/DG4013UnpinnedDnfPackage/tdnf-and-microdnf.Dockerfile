# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0
# expect DG4013 21-24
# expect DG4013 66-72
RUN tdnf install -y icu && tdnf clean all && microdnf install -y tzdata && microdnf clean all
