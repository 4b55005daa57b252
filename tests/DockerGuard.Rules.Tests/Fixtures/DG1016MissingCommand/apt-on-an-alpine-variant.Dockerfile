FROM nginx:1.27-alpine
# expect DG1016 5-8
RUN apt update
