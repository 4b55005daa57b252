FROM ruby:3.3
# expect DG4021 81-85
RUN apt-get update && sudo gem install -N --source https://packages.contoso.com rake
# expect DG4021 25-29
ONBUILD RUN gem install rake
