# policy: profile=hadolint
FROM python:3.13-slim AS build
# expect DG4019 9-16
RUN pip install build==1.2.1
FROM python:3.13-slim
# expect DG4019 9-16
RUN pip install six==1.16.0 && pip cache purge
# expect DG4019 48-55
RUN --mount=type=cache,target=/root/.cache pip install six==1.16.0
