FROM python:3.13-slim
# expect DG4018 76-79
RUN python3 -m pip install --index-url https://packages.contoso.com/simple six
# expect DG4018 25-33
# expect DG4018 56-61
RUN sudo -H pip install requests && sh -c "pip install flask"
RUN /opt/venv/bin/pip install \
    flask==3.1.0 \
# expect DG4018 5-13
    gunicorn
# expect DG4018 41-44
RUN ["python", "-m", "pip", "install", "six"]
# expect DG4018 25-28
ONBUILD RUN pip install six
