FROM python:3.13-slim
# expect DG4018 32-40
RUN pip install --no-cache-dir requests
# expect DG4018 31-39
RUN pip3 install flask==3.1.0 gunicorn gevent
# expect DG4018 27-30
# expect DG4018 46-49
RUN pip3.13 install -q -U pip && pip install six
# expect DG4018 18-23
RUN pipx install black
