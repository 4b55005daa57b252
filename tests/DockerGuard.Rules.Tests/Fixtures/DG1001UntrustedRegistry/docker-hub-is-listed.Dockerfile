# policy: trusted=docker.io
FROM nginx:1.29
