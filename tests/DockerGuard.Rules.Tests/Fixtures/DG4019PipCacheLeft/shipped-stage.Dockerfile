FROM python:3.13-slim AS build
RUN pip install build==1.2.1
FROM python:3.13-slim
# expect DG4019 9-16
RUN pip install flask==3.1.0
# keep this comment
RUN apt-get update && \
    # and this one
# expect DG4019 20-27
    python3 -m pip install \
        -r requirements.txt
