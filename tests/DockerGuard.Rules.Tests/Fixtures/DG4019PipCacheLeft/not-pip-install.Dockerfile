FROM python:3.13-slim
RUN pipx install black==24.0.0 && pipenv install flask
RUN pip list && npm install
