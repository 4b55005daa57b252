FROM python:3.13-slim AS build
RUN pip install --prefix=/install flask==3.1.0
FROM python:3.13-slim
COPY --from=build /install /usr/local
