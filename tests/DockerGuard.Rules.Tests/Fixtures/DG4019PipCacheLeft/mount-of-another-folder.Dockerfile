FROM python:3.13-slim
# expect DG4019 50-57
RUN --mount=type=cache,target=/var/cache/apt pip install six==1.16.0
# expect DG4019 51-58
RUN --mount=type=bind,target=/root/.cache/pip pip install six==1.16.0
