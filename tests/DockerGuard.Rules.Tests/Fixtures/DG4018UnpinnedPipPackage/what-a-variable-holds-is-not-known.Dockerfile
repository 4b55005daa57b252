FROM python:3.13-slim
ARG POETRY_VERSION=1.8.5
RUN pip install "poetry==$POETRY_VERSION"
RUN pip install $PACKAGES
RUN pip install $(cat packages.txt)
