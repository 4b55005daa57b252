FROM python:3.13-slim
RUN pip install --no-cache-dir flask==3.1.0 && pip --no-cache-dir install six==1.16.0
RUN pip install --no-cache six==1.16.0
RUN PIP_NO_CACHE_DIR=1 pip install six==1.16.0
RUN export PIP_NO_CACHE_DIR=on && pip install six==1.16.0
RUN env PIP_NO_CACHE_DIR=true pip install six==1.16.0
