FROM node:22 AS client
RUN yarn install && yarn build
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=client /dist /app/wwwroot
