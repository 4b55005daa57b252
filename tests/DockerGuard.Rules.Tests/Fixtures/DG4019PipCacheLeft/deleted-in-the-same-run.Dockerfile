FROM python:3.13-slim
RUN pip install six==1.16.0 && pip cache purge
RUN pip install six==1.16.0 && rm -rf /root/.cache
RUN pip install six==1.16.0 \
 && rm -rf ~/.cache/pip/*
