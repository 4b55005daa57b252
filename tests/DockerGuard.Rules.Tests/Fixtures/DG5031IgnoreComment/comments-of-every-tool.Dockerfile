# policy: on=DG5031
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5031 1-51 below
# dockerguard ignore=DG2001 the installer needs it
USER root
# expect DG5031 1-32 below
# hadolint ignore=DL3020,DL3021
ADD a /a
# expect DG5031 1-22 below
#trivy:ignore:DS-0005
ADD b /b
# expect DG5031 1-33 below
# check=skip=JSONArgsRecommended
CMD /app/Web
