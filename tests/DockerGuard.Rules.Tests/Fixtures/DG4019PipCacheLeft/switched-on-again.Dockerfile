FROM python:3.13-slim
ENV PIP_NO_CACHE_DIR=0
# expect DG4019 9-16
RUN pip install six==1.16.0
# expect DG4019 32-39
RUN PIP_NO_CACHE_DIR=false pip install six==1.16.0
